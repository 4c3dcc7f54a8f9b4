/** The services behind the door, and how requests get to them and answers back. */
package io.habitus.gateway.services;
