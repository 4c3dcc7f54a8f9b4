/** Posts become mentions; mentions can be searched. The only owner of Elasticsearch. */
package io.habitus.analysis;
