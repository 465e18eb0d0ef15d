/**
 * Names of people in German text. A name is a word like any other; what gives it away is what stands before it: a title,
 * "ich heiße", "meine Tochter". Where that is not enough ("ich bin Rentnerin"), a list of first names decides.
 */
const FIRST_NAMES = new Set(
	(
		'adam adrian agnes ahmed ahmet ali alina alexander alexandra ahmad aisha ayse ayşe andrea andreas andrej angela angelika anja anita anna anne anneliese annette anton antonia armin arthur astrid ' +
		'barbara bärbel beate ben benjamin bernd bernhard bianca birgit björn boris brigitte bruno carina carla carmen carolin caroline carsten cem charlotte christa christian christiane christina christine christoph claudia clara cornelia ' +
		'dagmar daniel daniela david dennis detlef diana dieter dirk dmitri dmytro doris dorothea edith eduard elena elfriede elif elisabeth elke ella ellen elvira emil emilia emine emma emre erich erika ernst erwin esra esther eva evelyn ' +
		'fatima fatma felix ferdinand finn florian frank franz franziska friedrich fritz gabi gabriele georg gerd gerda gerhard gertrud gisela greta gudrun günter günther gustav hakan hanna hannah hannelore hans harald hartmut hasan hassan hatice heidi heike heiko heiner heinrich heinz helena helga helmut henning henry herbert hermann hilde hildegard holger horst hubert hülya hussein ' +
		'ibrahim igor ilona ilse ines inge ingeborg ingo ingrid irina irene iris irmgard isabel isabella ismail iwan jakob jan jana janina jasmin jens joachim jochen johann johanna johannes jonas jörg josef joseph julia julian jürgen jutta kai karin karl karla karoline karsten katharina kathrin katja katrin kerstin kevin khaled klara klaus konrad konstantin kurt ' +
		'lara larissa lars laura lea leila lena leon leonie leyla lia lieselotte lilli lina linda lisa lothar louis luca ludwig luis luise lukas lydia magdalena maike maja malte manfred manuel manuela marc marcel marco marcus margarete margot margrit maria marianne marie marina mario marion marius mark markus marlene martha martin martina mathias matthias max maximilian mehmet melanie mia michael michaela mila miriam mohamed mohammad mohammed monika moritz murat mustafa ' +
		'nadine nadja natalia nataliya natalie nicole niklas nils nina noah norbert olaf oleg oleh oleksandr olena olga oliver omar oskar osman otto patricia patrick paul paula pauline peter petra philipp pia rainer ralf ralph ramona raphael rebecca regina reinhard renate rene rené rita robert roland rolf roman ronja rosa rosemarie rosi rudi rudolf ruth ' +
		'sabine sabrina sahra samir samuel sandra sara sarah saskia sebastian selma serhij sergej siegfried sigrid silke silvia simon simone sofia sofie sonja sophia sophie stefan stefanie steffen stephan stephanie susanne svenja svetlana swetlana sven sylvia tanja tatjana thea theo theresa thomas thorsten tim timo tobias tom torsten udo ulrich ulrike ursula ute uwe ' +
		'vanessa vera verena veronika viktor viktoria vincent viola volker walter waltraud werner wilfried wilhelm willi wladimir wolfgang yasemin yasmin yusuf yvonne zeynep zoe'
	).split(' ')
);

/** Written large without being a name. */
const NO_NAMES = new Set(
	(
		'sie ihr ihre ihren ihnen ich er es wir und oder der die das den dem nicht auch aber wenn weil dass mit ohne für von zu im in an auf als mehr ' +
		'mitte anfang ende typ jahrgang alter baujahr doktor professor professorin minister ministerin präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin richter richterin staatssekretär staatssekretärin ' +
		'geld zeit arbeit kinder kind beruf job haushalt familie mutter vater rente armut hilfe angst recht rechte programm hase thema abend nachmittag vormittag morgen mittag gott staat hartz bürgergeld deutschland amt jobcenter montag dienstag mittwoch donnerstag freitag samstag sonntag teilhabe kunde kundin januar februar märz april mai juni juli august september oktober november dezember'
	).split(' ')
);

const WORD = "\\p{Lu}[\\p{L}'’]{1,30}(?:-\\p{Lu}[\\p{L}'’]{1,30}){0,2}";
const SURNAME = `(?:(?:von|van|de|del|der|den|zu|al|el)[ -]){0,2}${WORD}`;
/** Two words written large after "ich bin" are a name, unless the first is what somebody is: "Rentnerin", "Mutter". */
const IS_SOMETHING =
	/(?:in|innen|er|ent|ant|ist|end|ende|ling|eur|or|mann|frau|kraft|ei|heit|keit|schaft|ung|los|zeit|ig)$/u;

const lower = (word: string) => word.toLowerCase();
const isFirstName = (word: string) =>
	FIRST_NAMES.has(lower(word)) ||
	lower(word)
		.split('-')
		.every((part) => FIRST_NAMES.has(part));
const canBeName = (word: string) => !NO_NAMES.has(lower(word)) && /\p{Ll}/u.test(word);

const PARTICLE = /^(?:von|van|de|del|der|den|zu|al|el)$/;

/** How far the name goes: "Petra Schmidt und wohne" is Petra Schmidt. */
export function nameIn(words: readonly string[]): string {
	const end = words.findIndex(
		(word, index) => index > 0 && !PARTICLE.test(word) && !(/^\p{Lu}/u.test(word) && canBeName(word))
	);
	return words.slice(0, end === -1 ? undefined : end).join(' ');
}

interface NamePattern {
	pattern: RegExp;
	/** `words`: those that may be a name. */
	isName(words: readonly string[]): boolean;
	/** What stands before it belongs to it: "Frau Müller". */
	titled?: true;
}

const KIN =
	'Tochter|Sohn|Mann|Frau|Kind|Enkel|Enkelin|Freundin|Freund|Partner|Partnerin|Nachbarin|Nachbar|Mutter|Vater|Mama|Papa|Bruder|Schwester|Oma|Opa|Tante|Onkel|Kollegin|Kollege';
const OFFICE =
	'Sachbearbeiterin|Sachbearbeiter|Betreuerin|Betreuer|Vermieterin|Vermieter|Fallmanagerin|Fallmanager|Beraterin|Berater|Anwältin|Anwalt|Ärztin|Arzt';
const STARTS = '(?<![\\p{L}\\p{N}])';
const NAMED = `((?:${SURNAME})(?: ${SURNAME}){0,2})`;
const ANY_WORDS = "([\\p{L}'’-]{2,31}(?: [\\p{L}'’-]{2,31}){0,3})";

const anyName = ([first = '']: readonly string[]) => canBeName(first);

/** The words that may be a name stand in the only group. */
export const NAME_PATTERNS: readonly NamePattern[] = [
	{
		// "als Frau Arbeit finden", "eine Frau Mitte 40": a woman, not a title.
		pattern: new RegExp(
			`(?<!(?:[Aa]ls|[Ee]ine|[Ee]iner|[Jj]ede|[Jj]eder|[Kk]eine|[Kk]einer|[Oo]hne|[Mm]eine|[Mm]einer|[Dd]eine|[Ii]hre|[Ss]eine) )${STARTS}(?:Herrn?|Frau|Hr\\.|Fr\\.|Fam\\.|Familie|(?:Prof|Dr)\\.)(?: ?(?:Prof|Dr|med|phil|jur|rer|nat|h|c)\\.){0,4} ?${NAMED}`,
			'gu'
		),
		isName: anyName,
		titled: true
	},
	{
		pattern: new RegExp(
			`${STARTS}(?:[Ii]ch|wir) (?:hei(?:ß|ss)en?|heiß|hieß) (?!(?:[\\p{L}.,]{1,20} ){0,4}willkommen)(?:mit (?:Vor|Nach)namen )?${ANY_WORDS}`,
			'gu'
		),
		isName: ([first = '']) => isFirstName(first) || (/^\p{Lu}/u.test(first) && canBeName(first))
	},
	{
		pattern: new RegExp(
			`${STARTS}(?:[Mm]ein|[Ii]hr|[Ss]ein|[Uu]nser)e? (?:voller |ganzer |richtiger )?(?:Name|Vorname|Nachname|Familienname)(?:(?: ist| lautet):?|:) ${ANY_WORDS}`,
			'gu'
		),
		isName: ([first = '']) => isFirstName(first) || (/^\p{Lu}/u.test(first) && canBeName(first))
	},
	{
		pattern: new RegExp(`${STARTS}(?:Vor- und Nachname|Vorname|Nachname|Familienname|Name): ?${NAMED}`, 'gu'),
		isName: anyName
	},
	{
		pattern: new RegExp(
			`${STARTS}(?:[Ii]ch bin|[Bb]in|[Ii]ch,|[Hh]ier (?:ist|schreibt))(?:'s,|’s,| es,)? (?:die |der )?${ANY_WORDS}`,
			'gu'
		),
		isName: ([first = '', second = '']) =>
			isFirstName(first) ||
			(/^\p{Lu}/u.test(first) &&
				/^\p{Lu}/u.test(second) &&
				canBeName(first) &&
				canBeName(second) &&
				!IS_SOMETHING.test(first))
	},
	{
		pattern: new RegExp(`${STARTS}(?:${KIN}) ${ANY_WORDS}`, 'gu'),
		isName: ([first = '']) => /^\p{Lu}/u.test(first) && isFirstName(first)
	},
	{
		pattern: new RegExp(`${STARTS}(?:${OFFICE}) ${NAMED}`, 'gu'),
		isName: anyName,
		titled: true
	},
	{
		pattern: new RegExp(`${STARTS}(?:Grü(?:ß|ss)en?|Gru(?:ß|ss)|MfG|LG|VG)[,!.]?\\s{1,3}${NAMED}`, 'gu'),
		isName: ([first = '', second = '']) =>
			isFirstName(first) || (canBeName(first) && second !== '' && canBeName(second))
	}
];
