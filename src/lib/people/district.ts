import { z } from 'zod';

/**
 * The 22 cities and 31 districts of North Rhine-Westphalia (one of them the region of Aachen), with the first five digits
 * of the official key of municipalities (AGS): state, government region, district.
 */
const NAMES = [
	['05111', 'Düsseldorf'],
	['05112', 'Duisburg'],
	['05113', 'Essen'],
	['05114', 'Krefeld'],
	['05116', 'Mönchengladbach'],
	['05117', 'Mülheim an der Ruhr'],
	['05119', 'Oberhausen'],
	['05120', 'Remscheid'],
	['05122', 'Solingen'],
	['05124', 'Wuppertal'],
	['05154', 'Kreis Kleve'],
	['05158', 'Kreis Mettmann'],
	['05162', 'Rhein-Kreis Neuss'],
	['05166', 'Kreis Viersen'],
	['05170', 'Kreis Wesel'],
	['05314', 'Bonn'],
	['05315', 'Köln'],
	['05316', 'Leverkusen'],
	['05334', 'Städteregion Aachen'],
	['05358', 'Kreis Düren'],
	['05362', 'Rhein-Erft-Kreis'],
	['05366', 'Kreis Euskirchen'],
	['05370', 'Kreis Heinsberg'],
	['05374', 'Oberbergischer Kreis'],
	['05378', 'Rheinisch-Bergischer Kreis'],
	['05382', 'Rhein-Sieg-Kreis'],
	['05512', 'Bottrop'],
	['05513', 'Gelsenkirchen'],
	['05515', 'Münster'],
	['05554', 'Kreis Borken'],
	['05558', 'Kreis Coesfeld'],
	['05562', 'Kreis Recklinghausen'],
	['05566', 'Kreis Steinfurt'],
	['05570', 'Kreis Warendorf'],
	['05711', 'Bielefeld'],
	['05754', 'Kreis Gütersloh'],
	['05758', 'Kreis Herford'],
	['05762', 'Kreis Höxter'],
	['05766', 'Kreis Lippe'],
	['05770', 'Kreis Minden-Lübbecke'],
	['05774', 'Kreis Paderborn'],
	['05911', 'Bochum'],
	['05913', 'Dortmund'],
	['05914', 'Hagen'],
	['05915', 'Hamm'],
	['05916', 'Herne'],
	['05954', 'Ennepe-Ruhr-Kreis'],
	['05958', 'Hochsauerlandkreis'],
	['05962', 'Märkischer Kreis'],
	['05966', 'Kreis Olpe'],
	['05970', 'Kreis Siegen-Wittgenstein'],
	['05974', 'Kreis Soest'],
	['05978', 'Kreis Unna']
] as const;

export type District = (typeof NAMES)[number][0];
export const DISTRICTS: readonly District[] = NAMES.map(([key]) => key);
export const DistrictKey = z.enum(NAMES.map(([key]) => key));

const BY_KEY: ReadonlyMap<string, string> = new Map(NAMES);
export const districtName = (key: string): string => BY_KEY.get(key) ?? key;

/** What people look for in a list is the name of their town, not the word before it. */
const sortedBy = (name: string) => name.replace(/^(Kreis|Städteregion) /, '');
export const districtOptions = NAMES.map(([value, label]) => ({ value, label })).sort((one, other) =>
	sortedBy(one.label).localeCompare(sortedBy(other.label), 'de')
);

/** From a form: nothing chosen is an answer, too. */
export const DistrictAnswer = z
	.union([z.literal(''), DistrictKey], 'wrong')
	.default('')
	.transform((key) => key || null);
