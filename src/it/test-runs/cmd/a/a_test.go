package main

import "testing"

func TestPrice(t *testing.T) {
	t.Log("cheap enough")
}
