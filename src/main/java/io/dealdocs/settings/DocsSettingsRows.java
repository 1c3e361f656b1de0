package io.dealdocs.settings;

import org.springframework.data.repository.CrudRepository;

/** The settings of all companies. */
interface DocsSettingsRows extends CrudRepository<DocsSettingsRow, Long> {}
