import { availableParallelism } from 'node:os';

const cores = availableParallelism();

/** Stages of the run at the same time. */
export const HANDS = Math.max(2, cores);

/**
 * Workers of one stage. Half of the cores, because another stage has the rest; at most what one PostgreSQL has connections
 * for.
 */
export const WORKERS = Math.min(8, Math.max(2, Math.ceil(cores / 2)));
