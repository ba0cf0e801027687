package dev.parabola.core.plugin;

import java.util.List;

/**
 * A parameter and the Java type behind it.
 *
 * @param parameter what the outside sees
 * @param valueType the component's class, or of a list the class of its elements
 */
record Component(Parameter parameter, Class<?> valueType) {
    /** The constructor's argument for a value that the parameter does not refuse. */
    Object argument(Object value) {
        return value instanceof List<?> elements
                ? elements.stream().map(this::single).toList()
                : single(value);
    }

    private Object single(Object value) {
        return valueType.isEnum() ? constant(valueType, value) : value;
    }

    private static Object constant(Class<?> type, Object label) {
        for (Object constant : type.getEnumConstants()) {
            if (labelOf((Enum<?>) constant).equals(label)) {
                return constant;
            }
        }
        throw new IllegalStateException(type + " has no constant " + label);
    }

    static String labelOf(Enum<?> constant) {
        return KebabCase.of(constant.name());
    }
}
