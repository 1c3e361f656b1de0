package io.dealdocs.documents.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the panel is set up.
 *
 * @param createModalId the Pipedrive modal for new documents; without one our own dialog opens
 */
@ConfigurationProperties("dealdocs.panel")
record PanelProperties(@DefaultValue("") String createModalId) {}
