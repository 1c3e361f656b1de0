package io.dealdocs.documents;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the limits. */
@Configuration
@EnableConfigurationProperties(DocumentsProperties.class)
class DocumentsConfiguration {}
