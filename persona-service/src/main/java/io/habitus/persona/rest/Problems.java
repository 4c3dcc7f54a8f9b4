package io.habitus.persona.rest;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error is answered as RFC 9457 has it, also those Spring finds: no such path, method or type. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {}
