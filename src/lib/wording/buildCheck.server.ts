import type { Plugin } from 'vite';

/** No program is built with a translation that cannot be said: it would be missing where it is read. */
export function translationsStand(): Plugin {
	// A build begins twice, for the server and for the browser.
	let looked: Promise<void> | undefined;
	return { name: 'translations-stand', apply: 'build', buildStart: () => (looked ??= look()) };
}

async function look(): Promise<void> {
	const [{ TRANSLATED }, { flawsIn }] = await Promise.all([
		import('../texts/locales/locale.ts'),
		import('./translationFlaws.server.ts')
	]);
	const flaws = TRANSLATED.flatMap(flawsIn).map(({ file, key, why }) => `${file}: ${key} ${why}`);
	if (flaws.length > 0) throw new Error(`Translations cannot be said:\n${flaws.join('\n')}`);
}
