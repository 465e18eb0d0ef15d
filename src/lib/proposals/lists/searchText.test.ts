import { describe, expect, it } from 'vitest';
import { fold, searchParts } from './searchText.ts';

const finds = (asked: string, text: string) => searchParts(asked).every((part) => fold(text).includes(part));

describe('search', () => {
	it.each([
		['armut', 'Kinderarmut im Quartier'],
		['Wohnungen', 'Eine Wohnung für alle'],
		['Wohnung', 'Zu wenig Wohnungen'],
		['buergerbuero', 'Das Bürgerbüro hat zu'],
		['BÜRGERBÜRO', 'im Buergerbuero'],
		['Straße', 'STRASSE'],
		['Café', 'ein Cafe im Hof'],
		['Kinder Geld', 'Kindergeld'],
		['Ämter', 'die Aemter'],
		['müll', 'Müll in der Südstadt'.normalize('NFD')],
		['mu\u0308ll', 'Müll in der Südstadt'],
		['Finanzen', 'Die Öﬀnung der Kommunalﬁnanzen'],
		['öffnung', 'Die Öﬀnung der Kommunalﬁnanzen'],
		['Wohnungslose', 'Wohnungs\u00ADlosen\u200Bhilfe'],
		['café', 'Ein Cafe\u0301'],
		['مساعده', 'أحتاج إلى مساعدة في الدائرة'],
		['الى', 'أحتاج إلى مساعدة'],
		['إستمارة', 'هذه الاستمارة صعبة'],
		['مدرسة', 'الْمَدْرَسَةُ بعيدة'],
		['السكن', 'نحتاج سكنًا رخيصًا'],
		['مستشفي', 'المستشفى بعيد'],
		['كتـــاب', 'كتاب المدرسة'],
		['2027', 'في سنة ٢٠٢٧'],
		['kira', 'KIRA çok yüksek'],
		['KIRA', 'kıra çıkmak'],
		['ışık', 'ISIK yok'],
		['допомога', 'ДОПОМОГА з анкетою'],
		['łódź', 'Lodz'],
		['școală', 'scoala din cartier']
	])('%s finds »%s«', (asked, text) => expect(finds(asked, text)).toBe(true));

	it.each([
		['Wohnung', 'Wohlstand'],
		['Kinder Rente', 'Kindergeld'],
		['мир', 'мір і спокій'],
		['سكن', 'مدرسة']
	])('%s does not find »%s«', (asked, text) => expect(finds(asked, text)).toBe(false));

	it('ignores words too short for the index, and signs that mean something to a database', () => {
		expect(searchParts('in 5 %_* "')).toEqual([]);
	});
});
