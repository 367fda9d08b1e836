export { chooseLanguage, type ChosenLanguage, languageOf } from './choose-language.js';
export { languages } from './message-files.js';
export { type Arguments, type Words, wordsIn } from './words-in.js';
