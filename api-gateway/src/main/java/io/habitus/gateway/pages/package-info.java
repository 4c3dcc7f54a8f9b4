/** The dashboard's files. */
package io.habitus.gateway.pages;
