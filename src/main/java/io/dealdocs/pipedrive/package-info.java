/**
 * The port to Pipedrive: its files, deals, users and tokens in our words. It keeps no state but the
 * pace at which Pipedrive takes requests, refreshes no token, and nothing outside it knows Pipedrive's HTTP or JSON.
 */
@NullMarked
package io.dealdocs.pipedrive;

import org.jspecify.annotations.NullMarked;
