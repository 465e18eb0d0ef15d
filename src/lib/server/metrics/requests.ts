import { instruments } from './instruments.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];

interface Answered {
	/** The pattern; null: no page of ours, whatever address was tried. */
	route: string | null;
	method: string;
	status: number;
	ms: number;
}

/** Counts a request that was answered, without what it asked for. */
export function countRequest({ route: pattern, method: said, status, ms }: Answered): void {
	const to = instruments();
	if (!to) return;
	const route = pattern ?? 'none';
	// Anybody may invent methods; each would be a series of its own.
	const method = METHODS.includes(said) ? said : 'other';
	to.requests.inc({ route, method, status: `${Math.floor(status / 100)}xx` });
	to.requestSeconds.observe({ route }, ms / 1000);
}
