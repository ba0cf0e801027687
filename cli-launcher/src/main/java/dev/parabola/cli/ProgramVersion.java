package dev.parabola.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.IVersionProvider;

/** The answer to {@code --version}. */
final class ProgramVersion implements IVersionProvider {
    @Inject
    ProgramVersion() {}

    @Override
    public String[] getVersion() {
        return lines();
    }

    /** Whether an argument asks for nothing but this. */
    static boolean isOption(String argument) {
        return argument.equals("--version") || argument.equals("-V");
    }

    static String[] lines() {
        return new String[] {
            "parabola " + number(),
            "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }

    /** The program's version; classes that no jar holds have none. */
    static String number() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
