/** What a person types: the commands behind the script, which speak to the public door only. */
package io.habitus.commandline;
