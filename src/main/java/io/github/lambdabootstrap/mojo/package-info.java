/**
 * The front door: one thin class per goal that guards, translates the configuration, calls a room and reports. The only
 * room that may name Maven, and the only place where objects are wired together.
 */
package io.github.lambdabootstrap.mojo;
