/**
 * A second, separate reading of the query language: what a text's tokens are and which posts a query hears, written from
 * the sheet alone, slowly and plainly; and what views must show, counted from the log of mentions. It shares no code with the services, so where both agree, the sheet was followed.
 */
package io.habitus.endtoend.recount;
