import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/shared/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['ar', 'أرجأت اللجنة قرارها يوم الأربعاء بعد اجتماع استمر ساعات، بحسب ثلاثة أشخاص حضروا الاجتماع.'],
    ['fa', 'کمیسیون روز چهارشنبه پس از جلسه‌ای چند ساعته تصمیم خود را به تعویق انداخت، سه نفر از حاضران گفتند.'],
    ['ur', 'کمیشن نے بدھ کے روز کئی گھنٹے کے اجلاس کے بعد اپنا فیصلہ ملتوی کر دیا، تین شرکاء نے بتایا۔'],
    ['ru', 'Комиссия в среду отложила решение после многочасового заседания, сообщили три его участника.'],
    ['uk', 'Комісія в середу відклала рішення після багатогодинного засідання, повідомили троє його учасників з її складу.'],
    ['bg', 'Комисията отложи решението си в сряда след дълго заседание, съобщиха трима участници в него.'],
    ['sr', 'Комисија је у среду одложила одлуку после вишечасовне седнице, рекла су тројица учесника.'],
  ])('tells %s from other languages of its script', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('takes the declared language where letters leave it open, and no language of another script', () => {
    const text = 'आयोग ने बुधवार को बैठक के बाद अपना निर्णय टाल दिया।';
    expect(detectLanguage(text, 'mr-IN')).toBe('mr');
    expect(detectLanguage(text, 'en')).toBe('hi');
    expect(detectLanguage('Комиссия в среду отложила решение.', 'ky')).toBe('ky');
    expect(detectLanguage('کمیسیون روز چهارشنبه تصمیم خود را به تعویق انداخت، پس از چند گفتگو.', 'ar')).toBe('fa');
  });
});
