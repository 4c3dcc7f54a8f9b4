package io.habitus.gateway.status;

import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What runs here.
 *
 * @param elasticsearch null while nobody can say
 */
record Versions(String habitus, String kafka, String elasticsearch, String jdk) {

    static Versions with(String elasticsearch) {
        var habitus = Versions.class.getPackage().getImplementationVersion();
        return new Versions(
                // Run from class files, as in a development environment, there is no manifest.
                habitus == null ? "development" : habitus,
                AppInfoParser.getVersion(),
                elasticsearch,
                Runtime.version().toString());
    }
}
