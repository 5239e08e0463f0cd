import './revised.ts'
