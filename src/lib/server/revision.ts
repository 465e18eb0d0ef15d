/**
 * How often something in the database has changed, as seen by this process. Cached pages are valid for one revision.
 * Advanced by `db/transaction.ts` after each commit and by `http/watchRevision.server.ts` for commits of other processes.
 * It lives on globalThis because the built application and the server around it load this module separately.
 */
declare global {
	var teilhabeRevision: { value: number } | undefined;
}

function counter(): { value: number } {
	return (globalThis.teilhabeRevision ??= { value: 0 });
}

export function revision(): number {
	return counter().value;
}

export function advance(): void {
	counter().value += 1;
}
