/**
 * What has to be closed after the last request. It lives on globalThis because the built application, which opens its
 * house, and the server around it, which knows when the last answer is out, load this module separately.
 */
declare global {
	var teilhabeClosing: Set<() => Promise<void>> | undefined;
}

function waiting(): Set<() => Promise<void>> {
	return (globalThis.teilhabeClosing ??= new Set());
}

export function whenClosing(work: () => Promise<void>): void {
	waiting().add(work);
}

export async function closeAll(): Promise<void> {
	const works = [...waiting()];
	waiting().clear();
	await Promise.all(works.map((work) => work()));
}
