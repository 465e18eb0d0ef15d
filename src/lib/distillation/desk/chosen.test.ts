import { expect, it } from 'vitest';
import { chosenIn } from './chosen.ts';
import { WorkListQuery } from './workItem.ts';

const FIELDS = [{ value: 'wohnen', label: 'Wohnen' }];
const said = (address: Record<string, string>) => chosenIn(WorkListQuery.parse(address), FIELDS).filter(Boolean);

it('a folded filter says in words what is chosen, and nothing where nothing is', () => {
	expect(said({})).toEqual([]);
	expect(said({ show: 'done', field: 'wohnen', q: 'Miete', age: '30', who: 'me' })).toEqual([
		'Verteilt',
		'Suche »Miete«',
		'Wohnen',
		'Älter als 1 Monat',
		'Bei mir'
	]);
});
