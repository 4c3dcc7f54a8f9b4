package io.habitus.commandline;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar. */
final class Version implements IVersionProvider {

    static String ofThisBuild() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "habitus " + ofThisBuild() + " (Java " + Runtime.version().feature() + ")"
        };
    }
}
