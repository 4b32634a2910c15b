#!/bin/sh
echo left
