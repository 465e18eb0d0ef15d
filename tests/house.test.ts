import { describe, expect, it } from 'vitest';
import { serverRules } from './floorplan/server.ts';
import { pageRules } from './floorplan/pages.ts';
import { roomRules } from './floorplan/rooms.ts';
import { shapeRules } from './floorplan/shape.ts';
import { readSources, type Complaint } from './floorplan/source.ts';
import { textRules } from './floorplan/texts.ts';

const sources = readSources('.', ['src', 'tests', 'migrations']);

const told = ({ path, advice }: Complaint) => `${path} ${advice}.`;

describe('the floor plan', () => {
	it.each([...roomRules, ...serverRules, ...shapeRules, ...pageRules, ...textRules])('$name', (rule) => {
		expect(rule.check(sources).map(told)).toEqual([]);
	});
});
