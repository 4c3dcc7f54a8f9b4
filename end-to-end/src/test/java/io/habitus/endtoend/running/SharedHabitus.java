package io.habitus.endtoend.running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one running Habitus to all tests that take a {@link RunningHabitus}; it is started once and stopped at the end. */
public final class SharedHabitus implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningHabitus.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedHabitus.class))
                .getOrComputeIfAbsent(
                        RunningHabitus.class,
                        _ -> RunningHabitus.on(RunningHabitus.freshFolder("shared")),
                        RunningHabitus.class);
    }
}
