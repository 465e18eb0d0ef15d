import { describe, expect, it } from 'vitest';
import { isMalformedUrl } from './malformedUrl.ts';

const at = (path: string) => isMalformedUrl(new URL(path, 'https://teilhabe.example'));

describe('an address that leads nowhere', () => {
	it.each([
		['/x%00'],
		['/beitraege?q=%00'],
		['/anmelden?/default'],
		['/beitraege/1?/__proto__'],
		['/beitraege/1?/constructor'],
		['/beitraege/1?/toString']
	])('%s', (path) => expect(at(path)).toBe(true));

	it.each([['/'], ['/beitraege?q=constructor'], ['/beitraege/1?/support'], ['/gibt-es-nicht'], ['/a?%2500']])(
		'is not %s',
		(path) => expect(at(path)).toBe(false)
	);
});
