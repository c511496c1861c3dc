/**
 * What the TypeScript kernel and the WebAssembly kernel must agree on to the last bit: where each number lies, and the constants.
 * Plain constants only: the AssemblyScript compiler reads this file too (packages/model/wasm/kernel.ts). Integers are indices.
 */

// State of a member at 1 January: the places of one row.

/** Carbon boxes 0..3, Gt CO2 above the baseline. */
export const BOX = 0;
/** Methane above the baseline, Mt. */
export const METHANE = 4;
/** Forcing as the energy balance sees it, lagged by γ, W/m². */
export const LAGGED = 5;
/** Temperature of the three layers, K: surface first. */
export const LAYER = 6;
export const STATE_SIZE = 9;

// One year of a scenario: the places of one row. "New" figures are those at the end of the year.

/** CO2 emitted, Gt (fossil and land). */
export const CO2_EMITTED = 0;
/** CO2 emitted before this year since 1750, Gt. */
export const CO2_CUMULATIVE = 1;
/** CH4 emitted above the natural baseline, Mt. */
export const CH4_EMITTED = 2;
/** Factor of the methane lifetime from NOx, VOC, N2O and EESC. */
export const CH4_CHEMISTRY = 3;
/** √N of the new N2O concentration N, ppb. */
export const ROOT_N2O = 4;
/** √N − √N_reference. */
export const ROOT_N2O_CHANGE = 5;
/** SO2, BC and OC emitted, Mt: for aerosol-cloud interactions. */
export const SULFUR = 6;
export const BLACK_CARBON = 7;
export const ORGANIC_CARBON = 8;
/** Figures in which forcing is linear; each has a coefficient per member. First SO2, BC, OC, NH3, NOx, VOC, CO above their baselines, Mt. */
export const LINEAR = 9;
/** New N2O above its baseline, ppb. */
export const N2O_CHANGE = 16;
/** New equivalent effective stratospheric chlorine above its baseline, ppt. */
export const CHLORINE_CHANGE = 17;
/** Forcing of the 40 halogenated gases, W/m². */
export const MINOR_GASES = 18;
/** CO2 emitted from land since 1750, this year included, Gt. */
export const LAND_CUMULATIVE = 19;
/** Solar and volcanic forcing at the end of the year, W/m². */
export const SOLAR = 20;
export const VOLCANIC = 21;
export const LINEAR_SIZE = 13;
export const ROW_SIZE = 22;

// Coefficients of a member: the places of one row.

/** iIRF100 = r0 + rU·uptake + rT·T + rA·airborne: the four r, years, years/Gt, years/K, years/Gt. */
export const IIRF = 0;
/** Baseline CO2, ppm. */
export const CO2_BASELINE = 4;
/** forcing_scale · (1 + tropospheric adjustment) of CO2, CH4, N2O. */
export const SCALE_CO2 = 5;
export const SCALE_CH4 = 6;
export const SCALE_N2O = 7;
/** Aerosol, ozone and stratospheric water vapour per ppb of CH4, W/m²/ppb. */
export const PER_METHANE = 8;
/** What CO2, CH4 and N2O would force at their baselines by the formula, W/m²: taken off. */
export const FORCING_OFFSET = 9;
/** Aerosol-cloud interactions: β, W/m²; the logarithm at the baseline; sensitivities to SO2, BC, OC, yr/Mt. */
export const CLOUD_SCALE = 10;
export const CLOUD_BASELINE = 11;
export const CLOUD_SENSITIVITY = 12;
/** One per figure of LINEAR. */
export const PER_LINEAR = 15;
/** Energy balance: a00, then rows 1..3 of A (each of 4), then b0..b3. */
export const EBM = 28;
export const MEMBER_SIZE = 45;

// What all members share: the places of the one row.

/** 1/g0 and −1/g1 of CO2: 1/α = exp(−iIRF/g1)/g0. */
export const G0_INVERSE = 0;
export const G1_INVERSE_NEGATIVE = 1;
/** 1/τ and p·τ of the four carbon boxes, 1/yr and yr. */
export const BOX_RATE = 2;
export const BOX_GAIN = 6;
/** Concentration per mass: ppm/Gt CO2, ppb/Mt CH4. */
export const CO2_PER_MASS = 10;
export const CH4_PER_MASS = 11;
/** Baseline CH4, ppb. */
export const CH4_BASELINE = 12;
/** 1/τ and τ of methane, 1/yr and yr. */
export const CH4_RATE = 13;
export const CH4_LIFETIME = 14;
/** Sensitivities of the methane lifetime to CH4 (1/ppb) and temperature (1/K). */
export const CH4_SENSITIVITY = 15;
export const CH4_TEMPERATURE = 16;
/** Ozone forcing per K of surface warming, W/m²/K. */
export const OZONE_TEMPERATURE = 17;
export const SHARED_SIZE = 18;

/** iIRF100 cannot exceed the horizon it is counted over, years. */
export const IIRF_LIMIT = 100;

// Greenhouse gas forcing of Meinshausen et al. (2020), GMD 13, 3571, table 3: W/m², ppm, ppb. C_r, M_r, N_r are 1750 of that paper.

export const CO2_REFERENCE = 277.15;
/** √M_r of M_r = 731.41 ppb. */
export const ROOT_CH4_REFERENCE = 27.04459280521709;
export const N2O_REFERENCE = 273.87;
export const A1 = -2.4785e-7;
export const B1 = 7.5906e-4;
export const C1 = -2.1492e-3;
export const D1 = 5.2488;
export const A2 = -3.4197e-4;
export const B2 = 2.5455e-4;
export const C2 = -2.4357e-4;
export const D2 = 0.12173;
export const A3 = -8.9603e-5;
export const B3 = -1.2462e-4;
export const D3 = 0.045194;
/** C_max − C_r = −b1/(2 a1): where the strength of CO2 stops growing, ppm. */
export const CO2_SPAN = 1531.289086140811;
/** 1/C_r. */
export const CO2_REFERENCE_INVERSE = 0.003608154429009562;

// exp and log (maths.ts). ln 2 in two parts: the first has trailing zeros, so that its product with an exponent is exact.

export const LOG2_E = 1.4426950408889634;
export const LN2_HIGH = 6.93147180369123816e-1;
export const LN2_LOW = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: added and taken away, it rounds to the nearest integer. */
export const ROUNDER = 6.755399441055744e15;
/** Beyond ±700 arguments are held: e^±700 is as good as 0 and ∞ here, and the power of two stays within range. */
export const ARGUMENT_LIMIT = 700;
/** Below this, just under ½ ln 2, no power of two need be split off. */
export const NEAR = 0.34;
/** Below this, four terms of the series of 1 − e^−δ are exact. */
export const TINY = 1e-4;
export const SIXTH = 0.16666666666666666;
export const TWENTYFOURTH = 0.041666666666666664;

/** (e^r − 1 − r)/r² as a polynomial: interpolated in Chebyshev's points of |r| ≤ ½ ln 2 with 60 digits; within 4.1e-17 of e^r − 1. */
export const E2 = 0.5000000000000001;
export const E3 = 0.16666666666666669;
export const E4 = 0.04166666666662413;
export const E5 = 0.008333333333330062;
export const E6 = 0.0013888888917213717;
export const E7 = 0.00019841269863053618;
export const E8 = 2.4801521295954376e-5;
export const E9 = 2.7557268459997064e-6;
export const E10 = 2.7620088445409746e-7;
export const E11 = 2.510038549551032e-8;

/** (ln((1 + s)/(1 − s))/s − 2)/s² as a polynomial in s², likewise, for √½ ≤ (1 + s)/(1 − s) ≤ √2; within 5e-18 of the logarithm. */
export const L1 = 0.666666666666667;
export const L2 = 0.3999999999989938;
export const L3 = 0.28571428626031065;
export const L4 = 0.2222221112572281;
export const L5 = 0.18182889786191042;
export const L6 = 0.15331699633543858;
export const L7 = 0.14616721179861816;
/** Where logarithms are taken: from the smallest normal number to 2¹⁰²³. */
export const LOG_FROM = 2.2250738585072014e-308;
export const LOG_BELOW = 8.98846567431158e307;
