package io.dealdocs;

import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModuleDetectionStrategy;
import org.springframework.modulith.core.JavaPackage;

/** The map's modules: every package right below ours, and each feature's pages as a module above the feature. */
class PagesAreModules implements ApplicationModuleDetectionStrategy {

    @Override
    public Stream<JavaPackage> getModuleBasePackages(JavaPackage root) {
        return root.getDirectSubPackages().stream()
                .filter(it -> !it.getLocalName().equals("sandbox"))
                .flatMap(it -> Stream.concat(
                        Stream.of(it),
                        it.getDirectSubPackages().stream()
                                .filter(sub -> sub.getLocalName().equals("ui"))));
    }
}
