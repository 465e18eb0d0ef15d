import { t } from '#lib/texts/texts.ts';

/** Which rooms this process has; those it may never have would be empty for good. */
export interface Rooms {
	/** The process asks where to begin. */
	priorities: boolean;
	/** There is a call, or one has been promised. */
	calls: boolean;
}

/** The main menu of the public pages, in its order. */
export function mainMenu({ priorities, calls }: Rooms): { href: string; label: string }[] {
	return t.site.nav.flatMap((one) => {
		if (one.href === '/aufrufe' && !calls) return [];
		// After the results, what came out of them.
		return priorities && one.href === '/ergebnisse' ? [one, t.site.priorities] : [one];
	});
}
