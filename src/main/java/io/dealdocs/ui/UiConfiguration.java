package io.dealdocs.ui;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads what the pages are configured with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProductProperties.class)
class UiConfiguration {}
