/**
 * The vocabulary of the house: immutable records on the JDK alone, each impossible to construct wrong. Nothing here
 * knows a tool, a file format or Maven, and nothing here imports another room.
 */
package io.github.lambdabootstrap.model;
