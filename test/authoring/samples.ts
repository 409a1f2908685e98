import { editorSamples } from './editor-samples.ts'
import { overviewSamples } from './overview-samples.ts'

export const samples = [...editorSamples, ...overviewSamples]
