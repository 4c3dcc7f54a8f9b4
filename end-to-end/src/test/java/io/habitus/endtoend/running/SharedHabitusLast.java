package io.habitus.endtoend.running;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Classes that start a Habitus of their own come before those that share one: it runs until all tests are done, and would
 * otherwise take its part of the machine from them.
 */
final class SharedHabitusLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(SharedHabitusLast::isSharing)
                        .thenComparing(type -> type.getTestClass().getName()));
    }

    private static boolean isSharing(ClassDescriptor type) {
        return type.findRepeatableAnnotations(ExtendWith.class).stream()
                .anyMatch(extension -> Arrays.asList(extension.value()).contains(SharedHabitus.class));
    }
}
