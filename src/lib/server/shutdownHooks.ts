/**
 * What has to be closed after the last request. It lives on globalThis because the built application, which opens the
 * database, and the server around it, which knows when the last answer is out, load this module separately.
 */
declare global {
	var teilhabeClosing: Set<() => Promise<void>> | undefined;
}

function waiting(): Set<() => Promise<void>> {
	return (globalThis.teilhabeClosing ??= new Set());
}

export function onShutdown(work: () => Promise<void>): void {
	waiting().add(work);
}

export async function shutDown(): Promise<void> {
	// What came last goes first: it may still need what was there before.
	const works = [...waiting()].reverse();
	waiting().clear();
	for (const work of works) await work();
}
