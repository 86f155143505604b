/**
 * What people write about and who answers. Weights and routes are plausible, not measured. A route
 * is an agency code of the seed, or `regency` / `province`: the local government of the place.
 */
export interface CategoryPlan {
  weight: number;
  /** Factors on the weight in cities (a) and outside Java (b). */
  urban?: number;
  outer?: number;
  routes: Record<string, number>;
}

export const local = { regency: 'regency', province: 'province' } as const;

export const categoryPlans: Record<string, CategoryPlan> = {
  religion: { weight: 1.2, routes: { kemenag: 70, kemenhaj: 15, regency: 15 } },
  coronavirus: { weight: 0.3, routes: { kemenkes: 60, regency: 40 } },
  economy_finance: {
    weight: 5.5,
    routes: { ojk: 28, kemenkeu: 26, bri: 10, mandiri: 5, kemenumkm: 7, kemenkop: 4, regency: 20 },
  },
  health: {
    weight: 7.5,
    routes: { bpjs_kesehatan: 34, kemenkes: 22, bpom: 3, regency: 32, province: 9 },
  },
  gender_inclusion: { weight: 0.6, routes: { kemenpppa: 40, kemensos: 20, regency: 40 } },
  public_order: {
    weight: 7,
    urban: 1.3,
    routes: { polri: 34, regency: 50, province: 10, kejaksaan: 6 },
  },
  environment_forestry: {
    weight: 5,
    outer: 1.2,
    routes: { kemenlh: 20, kemenhut: 12, bnpb: 4, regency: 50, province: 14 },
  },
  public_works: {
    weight: 15,
    outer: 1.25,
    routes: { kemenpu: 14, kemenpkp: 5, atr_bpn: 12, regency: 53, province: 16 },
  },
  village_development: {
    weight: 3,
    urban: 0.3,
    outer: 1.3,
    routes: { kemendes_pdt: 35, kementrans: 5, regency: 60 },
  },
  education_culture: {
    weight: 7.5,
    routes: { kemendikdasmen: 28, kemdiktisaintek: 12, kemenbud: 2, regency: 38, province: 20 },
  },
  agriculture: {
    weight: 1.6,
    urban: 0.2,
    outer: 1.2,
    routes: { kementan: 40, pupuk_indonesia: 15, kkp: 10, regency: 35 },
  },
  politics_law: {
    weight: 4,
    routes: {
      kemenkum: 20,
      kemenimipas: 22,
      ma: 10,
      kejaksaan: 12,
      kemenham: 6,
      atr_bpn: 18,
      polri: 12,
    },
  },
  civil_service_politicisation: { weight: 0.2, routes: { bkn: 60, bawaslu: 40 } },
  social_welfare: { weight: 9.5, routes: { kemensos: 52, regency: 40, province: 8 } },
  sp4n_lapor: { weight: 1.5, routes: { kemenpanrb: 100 } },
  energy_resources: {
    weight: 5.5,
    outer: 1.2,
    routes: { pln: 48, pertamina: 16, kesdm: 12, bphmigas: 4, regency: 20 },
  },
  wild_animals: { weight: 0.7, urban: 1.6, routes: { kemenhut: 25, regency: 75 } },
  diplomatic_facilities: { weight: 0.1, routes: { kemlu: 100 } },
  violence_education: {
    weight: 0.5,
    routes: { kemendikdasmen: 50, kemdiktisaintek: 15, regency: 35 },
  },
  civil_registration: { weight: 6, routes: { kemendagri: 24, regency: 76 } },
  bilateral_cooperation: { weight: 0.1, routes: { kemlu: 100 } },
  multilateral_cooperation: { weight: 0.1, routes: { kemlu: 100 } },
  employment: {
    weight: 7,
    urban: 1.2,
    routes: { kemnaker: 42, bpjs_ketenagakerjaan: 22, bkn: 8, kp2mi: 4, province: 14, regency: 10 },
  },
  consular_legalisation: { weight: 0.15, routes: { kemlu: 60, kemenkum: 40 } },
  civil_service_neutrality: { weight: 0.3, routes: { bkn: 70, bawaslu: 30 } },
  citizens_abroad: { weight: 0.5, routes: { kemlu: 50, kp2mi: 50 } },
  economic_recovery: { weight: 0.3, routes: { kemenumkm: 50, kemenkeu: 50 } },
  narcotics: { weight: 0.8, routes: { bnn: 60, polri: 40 } },
  homecoming_ban: { weight: 0.1, routes: { kemenhub: 100 } },
  waters: { weight: 0.2, outer: 1.5, routes: { kemenhub: 60, kkp: 40 } },
  transport: {
    weight: 5,
    urban: 1.4,
    routes: {
      kemenhub: 36,
      kai: 16,
      kci: 6,
      jasa_marga: 5,
      garuda: 2,
      pelni: 2,
      regency: 25,
      province: 8,
    },
  },
  consumer_protection: { weight: 1.5, routes: { kemendag: 60, bpkn: 25, ojk: 15 } },
  free_meals: { weight: 3, routes: { bgn: 85, regency: 15 } },
  supreme_court_selection: { weight: 0.1, routes: { ky: 100 } },
  geospatial_reference: { weight: 0.1, routes: { big: 100 } },
  information_technology: {
    weight: 3,
    urban: 1.2,
    routes: { kemkomdigi: 62, telkom: 20, telkomsel: 18 },
  },
  special_topics: { weight: 0.6, routes: { kemensos: 50, bapanas: 20, bulog: 30 } },
  other_topics: { weight: 4, routes: { kemenpanrb: 20, kemendagri: 20, regency: 60 } },
};
