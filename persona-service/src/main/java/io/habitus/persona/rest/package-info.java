/** What others may ask of this service. */
package io.habitus.persona.rest;
