import type { Relation } from './point.ts';

/** A contribution's place: the newest version in which it stands behind that point, and since which one. */
export interface Place {
	pointNumber: number;
	pointTitle: string;
	versionNumber: number;
	since: number;
	relation: Relation;
}
