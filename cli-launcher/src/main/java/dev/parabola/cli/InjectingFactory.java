package dev.parabola.cli;

import com.google.inject.Injector;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Lets Guice make the commands, and picocli its own parts. */
final class InjectingFactory implements IFactory {
    private final Injector injector;

    InjectingFactory(Injector injector) {
        this.injector = injector;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type.getPackage().equals(InjectingFactory.class.getPackage())
                ? injector.getInstance(type)
                : CommandLine.defaultFactory().create(type);
    }
}
