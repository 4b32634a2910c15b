/**
 * Templates that describe Lambda functions, read with the position of every value and changed at those positions alone.
 * Readers make one kind of tree of YAML, JSON and Terraform; what the functions are is read from the tree; a plan is a
 * pure function of that; one writer applies it to the original text, and a proof compares the trees before anything is
 * written. The only room that may say YAML.
 */
package io.github.lambdabootstrap.template;
