import { t } from '../../texts/texts.ts';
import { packageTitle } from './dataPackage.ts';
import { fileName, LICENCE, SLUGS } from '../dataset.ts';

interface Listed {
	number: number;
	at: string;
	files: readonly { name: string; rows: number }[];
}

/** The first answer of the interface for programs: what there is, and where. */
export function rootOf(edition: Listed | null, origin: string): object {
	return {
		title: packageTitle(),
		licence: LICENCE.path,
		description: `${origin}/api/v1/openapi.json`,
		catalogue: `${origin}/daten/catalog.jsonld`,
		edition: edition?.number ?? null,
		at: edition?.at ?? null,
		tables: SLUGS.map((slug) => ({
			name: slug,
			title: t.data.sets[slug].title,
			description: t.data.sets[slug].about,
			rows: edition?.files.find(({ name }) => name === fileName(slug, 'json'))?.rows ?? 0,
			href: `${origin}/api/v1/${slug}`,
			csv: `${origin}/daten/aktuell/${fileName(slug, 'csv')}`,
			json: `${origin}/daten/aktuell/${fileName(slug, 'json')}`
		}))
	};
}
