package dev.parabola.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class ProgramVersion implements IVersionProvider {
    @Inject
    ProgramVersion() {}

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "parabola " + (version == null ? "(unpackaged)" : version),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
