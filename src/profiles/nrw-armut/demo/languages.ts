import type { District } from '#lib/people/details/district.ts';
import type { Spoken } from '#lib/people/details/language.ts';
import type { DemoContribution } from './contributions.ts';

export interface Foreign extends DemoContribution {
	language: Spoken;
	/** What moderation says of it in German; missing: nobody has so far. */
	german?: { title: string; body: string };
}

/** Written for the demonstration, like the German ones. Nobody whose first language it is has read them. */
export const foreign: readonly Foreign[] = [
	{
		key: 'ukrainisch',
		field: 'zugang',
		kind: 'experience',
		by: 'affected',
		day: -8.6,
		supports: 4,
		language: 'uk',
		title: 'Я не розумію листів від відомства',
		body: 'Я приїхала з Харкова з двома дітьми. Листи від відомства довгі й складні. Я перекладаю їх телефоном, але все одно не знаю, що маю зробити. Було б добре, якби до кожного листа додавали коротке пояснення українською.',
		german: {
			title: 'Ich verstehe die Briefe vom Amt nicht',
			body: 'Die Person ist mit zwei Kindern aus Charkiw gekommen. Die Briefe vom Amt sind lang und schwierig. Sie übersetzt sie mit dem Telefon und weiß trotzdem nicht, was sie tun muss. Gut wäre zu jedem Brief eine kurze Erklärung auf Ukrainisch.'
		}
	},
	{
		key: 'arabisch',
		field: 'wohnen',
		kind: 'experience',
		by: 'affected',
		day: -8.3,
		supports: 6,
		language: 'ar',
		title: 'لا أجد سكنًا لعائلتي',
		body: 'نحن خمسة أشخاص ونعيش في غرفتين منذ ثلاث سنوات. أبحث عن سكن كل يوم، ولكن أصحاب البيوت لا يردّون على رسائلي. أتمنى أن يكون هناك مكتب يساعدنا في البحث ويتحدث معنا بلغتنا.',
		german: {
			title: 'Ich finde keine Wohnung für meine Familie',
			body: 'Die Familie lebt zu fünft seit drei Jahren in zwei Zimmern. Die Person sucht jeden Tag eine Wohnung. Vermieter antworten nicht auf ihre Nachrichten. Sie wünscht sich ein Büro, das beim Suchen hilft und ihre Sprache spricht.'
		}
	},
	{
		key: 'tuerkisch',
		field: 'zugang',
		kind: 'proposal',
		by: 'affected',
		day: -9,
		supports: 3,
		language: 'tr',
		title: 'Okulda formları birlikte dolduracak biri olsun',
		body: 'İki işte çalışıyorum ama ay sonunda para kalmıyor. Oğlum yüzme kursuna gitmek istiyor. Başvuru formu çok uzun ve yardım eden kimse yok. Okulda bu formu bizimle birlikte dolduracak biri olsun istiyorum.'
	}
];

const HOMES: readonly (District | null)[] = [
	...(['05315', '05113', '05913', '05315', null, '05334', '05113'] as const),
	...(['05315', '05913', null, '05154', '05315'] as const)
];

/** Where somebody of the crowd lives: always the same for the same person. */
export const homeOf = (turn: number): District | null => HOMES[turn % HOMES.length] ?? null;
