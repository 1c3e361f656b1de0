/**
 * Who is asking: framed pages by Pipedrive's signed token, tabs by ticket or sign-in, machines by capability; and the
 * filter chains and headers that guard every address. It decides who, never what they may do with a document.
 */
@NullMarked
package io.dealdocs.access;

import org.jspecify.annotations.NullMarked;
