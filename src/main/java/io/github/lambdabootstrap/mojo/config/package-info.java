/**
 * Beans that mirror the XML of the pom: mutable, because Maven fills them, and gone after {@code toSpec}, which checks
 * everything and hands immutable specifications to the rooms. Maven's shapes stop here.
 */
package io.github.lambdabootstrap.mojo.config;
