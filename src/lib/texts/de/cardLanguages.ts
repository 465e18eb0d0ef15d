/** What a card says in another language than German: a heading and three sentences. */
interface CardWords {
	heading: string;
	sentences: readonly [string, string, string];
	/** Who read it whose first language it is; null: nobody so far, and pages say so. */
	reviewed: { by: string; on: string } | null;
}

export const cardLanguages = {
	uk: {
		reviewed: null,
		heading: 'Долучайтеся!',
		sentences: [
			'Що має змінитися, щоб менше людей були бідними?',
			'З цим кодом Ви можете сказати свою думку.',
			'Вам не потрібно називати своє ім’я.'
		]
	},
	ar: {
		reviewed: null,
		heading: 'شاركوا معنا!',
		sentences: [
			'ما الذي يجب أن يتغير حتى يقل عدد الفقراء؟',
			'بهذا الرمز يمكنكم أن تقولوا رأيكم.',
			'لا يلزم أن تذكروا اسمكم.'
		]
	},
	en: {
		reviewed: null,
		heading: 'Have your say!',
		sentences: [
			'What has to change so that fewer people are poor?',
			'With this code you can say what you think.',
			'You do not have to give your name.'
		]
	},
	ru: {
		reviewed: null,
		heading: 'Участвуйте!',
		sentences: [
			'Что должно измениться, чтобы бедных людей стало меньше?',
			'С этим кодом Вы можете сказать своё мнение.',
			'Вам не нужно называть своё имя.'
		]
	},
	tr: {
		reviewed: null,
		heading: 'Siz de katılın!',
		sentences: [
			'Daha az insanın yoksul olması için ne değişmeli?',
			'Bu kodla düşüncenizi söyleyebilirsiniz.',
			'Adınızı söylemek zorunda değilsiniz.'
		]
	},
	ro: {
		reviewed: null,
		heading: 'Participați!',
		sentences: [
			'Ce trebuie să se schimbe pentru ca mai puțini oameni să fie săraci?',
			'Cu acest cod vă puteți spune părerea.',
			'Nu trebuie să vă spuneți numele.'
		]
	},
	bg: {
		reviewed: null,
		heading: 'Участвайте!',
		sentences: [
			'Какво трябва да се промени, за да има по-малко бедни хора?',
			'С този код можете да кажете мнението си.',
			'Не е нужно да казвате името си.'
		]
	},
	pl: {
		reviewed: null,
		heading: 'Zapraszamy do udziału!',
		sentences: [
			'Co musi się zmienić, aby mniej ludzi było biednych?',
			'Z tym kodem można powiedzieć swoje zdanie.',
			'Nie trzeba podawać nazwiska.'
		]
	}
} as const satisfies Readonly<Record<string, CardWords>>;
