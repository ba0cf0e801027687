package dev.parabola.cli;

import com.google.inject.AbstractModule;

/** The composition root: everything that is wired is named here. */
final class LauncherModule extends AbstractModule {
    private final Environment environment;

    LauncherModule(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(Environment.class).toInstance(environment);
        bind(Parabola.class);
        bind(ProgramVersion.class);
        bind(PluginSearch.class);
        bind(PluginOptions.class);
        bind(PluginsCommand.class);
        bind(DescribeCommand.class);
    }
}
