import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Admission, Admitted } from './admission.js';
import { askedOperation } from './asked-operation.js';

/** Admits what comes over HTTP, each request once: it is looked at where subscriptions are answered, and where queries are. */
export class HttpAdmission {
  readonly #admission: Admission;
  readonly #decided = new WeakMap<FastifyRequest, Admitted | GraphQLError>();

  constructor(admission: Admission) {
    this.#admission = admission;
  }

  /** @throws GraphQLError as Admission.admit, the same each time */
  admit(request: FastifyRequest): Admitted {
    const decided = this.#decided.get(request) ?? this.#decide(request);
    this.#decided.set(request, decided);
    if (decided instanceof GraphQLError) throw decided;
    return decided;
  }

  #decide(request: FastifyRequest): Admitted | GraphQLError {
    try {
      return this.#admission.admit(askedOperation(request), localeOf(request.headers['accept-language']));
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }
}
