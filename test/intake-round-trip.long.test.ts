/** All fillings by all ways, eml files among them. */
import './intake-round-trip.test.ts'
