package io.dealdocs.documents;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the limits and provides blank documents. */
@Configuration
@EnableConfigurationProperties(DocumentsProperties.class)
class DocumentsConfiguration {

    @Bean
    BlankDocuments blankDocuments() {
        return new GeneratedBlankDocuments();
    }
}
